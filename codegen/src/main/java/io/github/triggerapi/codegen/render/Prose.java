package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Constraints;
import io.github.triggerapi.codegen.model.Definition.Choice;
import io.github.triggerapi.codegen.model.Definition.Member;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Type;
import io.github.triggerapi.codegen.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The comments of generated classes and their members. */
final class Prose {

    private Prose() {}

    /** The comment of a class or of a member: what the document says, and where. */
    static Javadoc of(Description description, int indent) {
        Javadoc doc = Javadoc.indented(indent).markdown(description.text());
        return doc.paragraph("From " + Javadoc.code(description.pointer()) + ".");
    }

    /** Which members of an object go together, as HTML. */
    static String choice(Choice choice) {
        return (choice.exclusive() ? "Has exactly one of: " : "Has at least one of: ")
                + choice.alternatives().stream()
                        .map(names -> names.stream().map(Javadoc::code).collect(Collectors.joining(" with ")))
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** The comment of an accessor. */
    static Javadoc accessor(Member member) {
        Value value = member.value();
        String text = value.description().text();
        Javadoc doc = Javadoc.indented(4);
        doc.markdown(text.isEmpty() ? "The member `" + member.jsonName() + "`." : text);
        doc.paragraph(facts(value));
        String answer = value.type() instanceof Type.Any
                ? "the JSON value, which may be JSON null" + (member.required() ? "" : "; null if absent")
                : member.required()
                        ? value.nullable() ? "the value, which may be null" : "the value"
                        : value.nullable() ? "the value; null if it is null or absent" : "the value; null if absent";
        return doc.tag("@return", answer);
    }

    /** The comment of a builder's method. */
    static Javadoc setter(Member member) {
        String text = member.value().description().text();
        String fallback = "Sets the member `" + member.jsonName() + "`.";
        Javadoc doc = Javadoc.indented(8).markdown(text.isEmpty() ? fallback : text);
        return doc.paragraph(facts(member.value()));
    }

    /** The constraints, the example and the default in words, as HTML. */
    static String facts(Value value) {
        List<String> facts = new ArrayList<>();
        Constraints constraints = value.constraints();
        for (String keyword : constraints.keywords().keySet()) {
            facts.add(phrase(keyword) + " " + Javadoc.code(constraints.get(keyword)));
        }
        Description description = value.description();
        if (!description.defaultValue().isMissingNode()) {
            facts.add("default " + Javadoc.code(description.defaultValue().toString()));
        }
        if (!description.example().isEmpty()) {
            facts.add("example " + Javadoc.code(shortened(description.example())));
        }
        String sentence = String.join(", ", facts);
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    private static String shortened(String example) {
        return example.length() <= 200 ? example : example.substring(0, 200) + "…";
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
            case "uniqueItems" -> "no item twice:";
            case "const" -> "always";
            default -> "one of";
        };
    }
}
