/** Examples for the client, the stubs and the mock server. */
package io.github.triggerapi.samples;
