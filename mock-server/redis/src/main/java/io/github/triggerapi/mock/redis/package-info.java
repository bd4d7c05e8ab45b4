/** Keeps runs in Redis or Valkey, so that several mock servers can share them. */
@NullMarked
package io.github.triggerapi.mock.redis;

import org.jspecify.annotations.NullMarked;
