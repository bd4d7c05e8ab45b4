/** A mock of the Trigger.dev REST API that answers over HTTP as its OpenAPI document describes. */
@NullMarked
package io.github.triggerapi.mock;

import org.jspecify.annotations.NullMarked;
