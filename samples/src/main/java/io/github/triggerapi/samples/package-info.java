/** Programs that show the client and the mock server at work. */
package io.github.triggerapi.samples;
