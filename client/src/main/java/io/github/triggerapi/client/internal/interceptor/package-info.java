/** OkHttp interceptors of the attempts of a call. Not part of the public API. */
@NullMarked
package io.github.triggerapi.client.internal.interceptor;

import org.jspecify.annotations.NullMarked;
