package io.github.triggerapi.codegen.model;

import java.util.List;
import java.util.Optional;

/** A class to generate. */
public sealed interface Definition {

    String className();

    Description description();

    /** What bounds the value as a whole. */
    Constraints constraints();

    /**
     * A class with members.
     *
     * @param members in the document's order
     * @param choices the groups of members of which one is required
     * @param additional the type of members that are not listed
     * @param closed whether there may be none of those
     */
    record ObjectDefinition(
            String className,
            Description description,
            Constraints constraints,
            List<Member> members,
            List<Choice> choices,
            Value additional,
            boolean closed)
            implements Definition {

        public Optional<Member> member(String jsonName) {
            return members.stream().filter(m -> m.jsonName().equals(jsonName)).findFirst();
        }
    }

    /**
     * Alternatives of which an object has one.
     *
     * @param keyword {@code oneOf} where it has exactly one, {@code anyOf} where it may have several
     * @param alternatives the names in JSON of the members that each requires
     */
    record Choice(String keyword, List<List<String>> alternatives) {

        public boolean exclusive() {
            return keyword.equals("oneOf");
        }
    }

    /** A text of which the document lists the values. */
    record EnumDefinition(String className, Description description, Constraints constraints, List<String> values)
            implements Definition {}

    /** A value that is one of several types. */
    record UnionDefinition(String className, Description description, List<Variant> variants) implements Definition {

        /** None: each variant has its own. */
        @Override
        public Constraints constraints() {
            return Constraints.NONE;
        }
    }

    /** A member of an object. */
    record Member(String jsonName, Value value, boolean required) {

        Member asRequired() {
            return new Member(jsonName, value, true);
        }
    }

    /**
     * One type of a union.
     *
     * @param name what tells it from the other variants, as in {@code String} or {@code DateTime}
     * @param tag the value of a discriminating member, where the document names one
     */
    record Variant(String name, Value value, Optional<Tag> tag) {}

    /** A member whose text tells which variant an object is. */
    record Tag(String member, List<String> texts) {}
}
