package io.github.triggerapi.codegen.model;

import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.GeneratedClass.ObjectClass;
import io.github.triggerapi.codegen.model.Operation.Parameter;
import java.util.List;

/** A method of the client that sends an operation several times. A file beside the document asks for it. */
public sealed interface ClientMethod {

    /** Returns the Java name. */
    String name();

    /** Returns the Java names of all its methods. */
    default List<String> names() {
        return List.of(name());
    }

    /**
     * Returns the items of all pages, each of which has the cursor of the next one.
     *
     * @param parameter the query parameter that takes a cursor
     */
    record CursorPages(String name, MemberPath items, Parameter parameter, MemberPath next) implements ClientMethod {}

    /**
     * Returns the items of all pages, which have numbers from 1.
     *
     * @param parameter the query parameter that takes a number
     * @param count the number of pages
     */
    record NumberedPages(String name, MemberPath items, Parameter parameter, MemberPath count)
            implements ClientMethod {}

    /**
     * Waits until a status is final.
     *
     * @param finalStatuses the strings in JSON
     */
    record Await(String name, MemberPath status, List<String> finalStatuses) implements ClientMethod {

        /** Returns the name of the method that blocks its thread, and of the one that does not. */
        @Override
        public List<String> names() {
            return List.of(name, asyncName());
        }

        /** Returns the name of the method that does not block its thread. */
        public String asyncName() {
            return name + "Async";
        }
    }

    /**
     * A member of an object in a body, and the members on the way to it.
     *
     * @param steps the first is a member of the body
     */
    record MemberPath(List<Step> steps) {

        /** Returns the type of the member at the end. */
        public Type type() {
            return steps.get(steps.size() - 1).member().value().type();
        }
    }

    /** A member of a class. */
    record Step(ObjectClass owner, Member member) {

        /** Returns whether the accessor may return null. */
        public boolean mayBeNull() {
            return !member.required() || member.value().nullable();
        }
    }
}
