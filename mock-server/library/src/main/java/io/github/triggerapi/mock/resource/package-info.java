/** What the resources use that give a mock server the state of operations. */
@NullMarked
package io.github.triggerapi.mock.resource;

import org.jspecify.annotations.NullMarked;
