package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.GeneratedClass.Choice;
import io.github.triggerapi.codegen.model.GeneratedClass.Member;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.TypedValue;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import java.util.ArrayList;
import java.util.List;

/** Creates the comments of generated classes and their members. */
final class Comments {

    /** The kind of a member of a JSON object. */
    static final CommentText MEMBER = CommentText.of("member");

    /** The kind of a parameter. */
    static final CommentText PARAMETER = CommentText.of("parameter");

    /** In code points. */
    private static final int MAX_EXAMPLE_LENGTH = 200;

    private Comments() {}

    /** Returns the comment of a class: the description in the document and its JSON pointer. */
    static Javadoc of(Description description, int indent) {
        Javadoc doc = Javadoc.indented(indent).markdown(description.text()).paragraph(notes(description));
        return doc.paragraph(CommentText.of("Schema $.", CommentText.code(description.pointer())));
    }

    /** Returns the sentence about alternatives of required members. */
    static CommentText choice(Choice choice) {
        List<CommentText> alternatives =
                choice.alternatives().stream().map(Comments::alternative).toList();
        return CommentText.of(
                choice.exclusive() ? "Has exactly one of: $." : "Has at least one of: $.",
                CommentText.join("; ", alternatives));
    }

    private static CommentText alternative(List<String> names) {
        return names.isEmpty()
                ? CommentText.of("none of them")
                : CommentText.join(
                        " and ", names.stream().map(CommentText::code).toList());
    }

    /**
     * Returns the comment of an accessor.
     *
     * @param kind {@link #MEMBER} or {@link #PARAMETER}
     * @param holdsAnyObject whether it returns what the application set
     */
    static Javadoc accessor(Member member, CommentText kind, boolean holdsAnyObject) {
        TypedValue value = member.value();
        String text = value.description().text();
        Javadoc doc = Javadoc.indented(4);
        if (text.isEmpty()) {
            doc.paragraph(CommentText.of("Returns the $ $.", kind, CommentText.code(member.jsonName())));
        } else {
            doc.markdown(text);
        }
        doc.paragraph(facts(value)).paragraph(notes(value.description()));
        doc.returns(holdsAnyObject ? asSet(member) : CommentText.text(returned(member)));
        if (kind == MEMBER && member.required() && !value.nullable()) {
            doc.throwing(
                    new Name("IllegalStateException"), CommentText.of("if it is absent in the JSON that was read"));
        }
        return doc;
    }

    /** Returns the comment of the method that returns the value of an accessor as an object. */
    static Javadoc conversion(Name accessor) {
        return Javadoc.indented(4)
                .paragraph(CommentText.of(
                        "Returns {@link #$()} as an object, or throws a {@link JsonParseException} if Gson cannot read it as"
                                + " one.",
                        accessor))
                .param(new Name("type"), CommentText.of("the class, such as {@code String}, an array or a record"))
                .returns(CommentText.of("the object, or null if the value is null or absent"));
    }

    private static String returned(Member member) {
        TypedValue value = member.value();
        if (value.type() instanceof Type.Any) {
            return "the JSON value, which may be JSON null" + (member.required() ? "" : ", or null if absent");
        } else if (member.required()) {
            return value.nullable() ? "the value, which may be null" : "the value";
        }
        return value.nullable() ? "the value, or null if it is null or absent" : "the value, or null if absent";
    }

    private static CommentText asSet(Member member) {
        CommentText absent =
                CommentText.text(member.required() && !member.value().nullable() ? "" : ", or null if absent");
        return member.value().type() instanceof Type.Any
                ? CommentText.of(
                        "the value as it was set or, if it was read or is null, a {@code JsonElement}$", absent)
                : CommentText.of("the value as it was set or, if it was read, a {@code JsonObject}$", absent);
    }

    /**
     * Returns the comment of a builder's method.
     *
     * @param kind what the member is, such as a parameter
     */
    static Javadoc setter(Member member, CommentText kind) {
        String text = member.value().description().text();
        Javadoc doc = Javadoc.indented(8);
        if (text.isEmpty()) {
            doc.paragraph(CommentText.of("Sets the $ $.", kind, CommentText.code(member.jsonName())));
        } else {
            doc.markdown(text);
        }
        return doc.paragraph(facts(member.value()))
                .paragraph(notes(member.value().description()));
    }

    /** Returns sentences about what the code does not express. */
    static CommentText notes(Description description) {
        return CommentText.join(
                " ",
                description.notes().stream()
                        .map(note -> CommentText.of("$.", CommentText.text(note).capitalized()))
                        .toList());
    }

    /** Returns a sentence with the constraints, the default and the example. */
    static CommentText facts(TypedValue value) {
        List<CommentText> facts = new ArrayList<>();
        Constraints constraints = value.constraints();
        for (String keyword : constraints.keywords().keySet()) {
            facts.add(fact(phrase(keyword), constraints.get(keyword)));
        }
        Description description = value.description();
        if (!description.defaultValue().isMissingNode()) {
            facts.add(fact("default", description.defaultValue().toString()));
        }
        if (!description.example().isEmpty()) {
            facts.add(fact("example", shortened(description.example())));
        }
        CommentText sentence = CommentText.join(", ", facts).capitalized();
        return sentence.isEmpty() ? sentence : CommentText.of("$.", sentence);
    }

    private static CommentText fact(String phrase, String value) {
        return CommentText.of("$ $", CommentText.text(phrase), CommentText.code(value));
    }

    private static String shortened(String example) {
        return example.codePointCount(0, example.length()) <= MAX_EXAMPLE_LENGTH
                ? example
                : example.substring(0, example.offsetByCodePoints(0, MAX_EXAMPLE_LENGTH)) + "…";
    }

    private static String phrase(String keyword) {
        return switch (keyword) {
            case "minimum" -> "at least";
            case "maximum" -> "at most";
            case "exclusiveMinimum" -> "more than";
            case "exclusiveMaximum" -> "less than";
            case "multipleOf" -> "a multiple of";
            case "minLength" -> "length at least";
            case "maxLength" -> "length at most";
            case "pattern" -> "matches";
            case "minItems", "minProperties" -> "size at least";
            case "maxItems", "maxProperties" -> "size at most";
            case "uniqueItems" -> "unique items:";
            case "format" -> "format";
            case "enum" -> "one of";
            case "const" -> "always";
            default -> throw new IllegalArgumentException("No phrase for the schema keyword " + keyword);
        };
    }
}
