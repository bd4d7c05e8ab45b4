/** HTTP: connections, requests and responses. */
@NullMarked
package io.github.triggerapi.mock.internal.http;

import org.jspecify.annotations.NullMarked;
