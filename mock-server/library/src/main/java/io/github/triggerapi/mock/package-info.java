/** A mock of the Trigger.dev REST API that responds over HTTP as the OpenAPI document describes. */
@NullMarked
package io.github.triggerapi.mock;

import org.jspecify.annotations.NullMarked;
