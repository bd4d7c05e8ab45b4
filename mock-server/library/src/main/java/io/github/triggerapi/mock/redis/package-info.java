/** Runs in Redis or Valkey, which several servers can share. */
@NullMarked
package io.github.triggerapi.mock.redis;

import org.jspecify.annotations.NullMarked;
