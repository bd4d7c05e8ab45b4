/** What requests and answers are made of: JSON, media types, percent-encoding, and refusals. */
@NullMarked
package io.github.triggerapi.mock.message;

import org.jspecify.annotations.NullMarked;
