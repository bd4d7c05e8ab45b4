/** What the mock does beyond the document; the only code of it that names operations. */
@NullMarked
package io.github.triggerapi.mock.behaviour;

import org.jspecify.annotations.NullMarked;
