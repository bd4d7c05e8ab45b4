/** The content of requests and responses: JSON, media types, percent-encoding and error responses. */
@NullMarked
package io.github.triggerapi.mock.internal.message;

import org.jspecify.annotations.NullMarked;
