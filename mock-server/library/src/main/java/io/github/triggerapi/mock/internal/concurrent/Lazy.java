package io.github.triggerapi.mock.internal.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is created when it is first needed. Safe for use by several threads. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> make;
    private volatile @Nullable T value;

    /** @param make creates the value, which must not be null */
    public Lazy(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? made() : made;
    }

    private synchronized T made() {
        T made = value;
        if (made == null) {
            made = make.get();
            value = made;
        }
        return made;
    }
}
