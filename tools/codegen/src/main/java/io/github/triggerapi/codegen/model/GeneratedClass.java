package io.github.triggerapi.codegen.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A class to generate. */
public sealed interface GeneratedClass {

    String className();

    Description description();

    /** Returns the constraints on the value as a whole. */
    Constraints constraints();

    /**
     * A class with members.
     *
     * @param members in the order of the document
     * @param choices the alternatives of required members
     * @param additional the type of members that are not listed
     * @param closed whether members that are not listed are forbidden
     */
    record ObjectClass(
            String className,
            Description description,
            Constraints constraints,
            List<Member> members,
            List<Choice> choices,
            TypedValue additional,
            boolean closed)
            implements GeneratedClass {

        public Optional<Member> member(String jsonName) {
            return members.stream().filter(m -> m.jsonName().equals(jsonName)).findFirst();
        }
    }

    /**
     * Alternatives of required members.
     *
     * @param keyword {@code oneOf} if an object has the members of exactly one, {@code anyOf} if of at least one
     * @param alternatives the JSON names of the members that each requires
     */
    record Choice(String keyword, List<List<String>> alternatives) {

        public boolean exclusive() {
            return keyword.equals("oneOf");
        }
    }

    /**
     * A string whose values the document lists.
     *
     * @param pointers the JSON pointers of the values, by the values in the order of the document
     */
    record EnumClass(String className, Description description, Constraints constraints, Map<String, String> pointers)
            implements GeneratedClass {

        public List<String> values() {
            return List.copyOf(pointers.keySet());
        }
    }

    /** A value that is one of several types. */
    record UnionClass(String className, Description description, List<Variant> variants) implements GeneratedClass {

        /** Returns no constraints, as each variant has its own. */
        @Override
        public Constraints constraints() {
            return Constraints.NONE;
        }
    }

    /**
     * A member of an object.
     *
     * @param use in which messages it is
     * @param pointer the JSON pointer of the property, which may refer to the schema of the value
     */
    record Member(String jsonName, TypedValue value, boolean required, Use use, String pointer) {

        /** Creates a member of requests and responses. */
        public Member(String jsonName, TypedValue value, boolean required, String pointer) {
            this(jsonName, value, required, Use.ALL, pointer);
        }

        public Member asRequired() {
            return new Member(jsonName, value, true, use, pointer);
        }
    }

    /** The messages in which a member is required, if it is. */
    enum Use {
        ALL,
        /** The member is read-only: requests do without. */
        RESPONSES,
        /** The member is write-only: responses do without. */
        REQUESTS
    }

    /**
     * One type of a union.
     *
     * @param name the name among the variants, such as {@code String} or {@code DateTime}
     * @param tag the discriminator, if the document has one
     * @param pointer the JSON pointer of the alternative, which may refer to the schema of the value
     */
    record Variant(String name, TypedValue value, Optional<Tag> tag, String pointer) {}

    /** A member whose value identifies the variant of an object. */
    record Tag(String member, List<String> values) {}
}
