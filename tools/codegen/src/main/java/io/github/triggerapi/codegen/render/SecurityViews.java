package io.github.triggerapi.codegen.render;

import io.github.triggerapi.codegen.model.Api;
import io.github.triggerapi.codegen.model.Description;
import io.github.triggerapi.codegen.model.Names;
import io.github.triggerapi.codegen.render.GeneratedSources.Origin;
import io.github.triggerapi.codegen.source.CommentText;
import io.github.triggerapi.codegen.source.JavaCode;
import io.github.triggerapi.codegen.source.Javadoc;
import io.github.triggerapi.codegen.source.Name;
import io.github.triggerapi.codegen.source.SafeSource;
import io.github.triggerapi.codegen.source.StringLiteral;
import io.github.triggerapi.openapi.JsonPointers;
import io.github.triggerapi.openapi.SecurityScheme;
import io.github.triggerapi.openapi.SecurityScheme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates the view of the class with the security schemes. */
final class SecurityViews {

    private static final String CLASS_NAME = "SecuritySchemes";

    private SecurityViews() {}

    static Map<String, Object> of(Api api, Target target, GeneratedSources sources) {
        UniqueNames names = new UniqueNames();
        List<Map<String, SafeSource>> schemes = new ArrayList<>();
        List<Name> constants = new ArrayList<>();
        for (SecurityScheme scheme : api.securitySchemes()) {
            Name constant = names.unique(Names.constant(scheme.name()));
            constants.add(constant);
            sources.addOrigin(
                    CLASS_NAME,
                    constant.source(),
                    new Origin(
                            JsonPointers.child("#/components/securitySchemes", scheme.name()),
                            scheme.name(),
                            Optional.empty()));
            schemes.add(Map.of(
                    "doc",
                    Javadoc.indented(4)
                            .paragraph(
                                    CommentText.of("The scheme $: $.", CommentText.code(scheme.name()), words(scheme)))
                            .markdown(Description.of(scheme.node()).text()),
                    "type",
                    type(scheme.kind()),
                    "constant",
                    constant,
                    "arguments",
                    arguments(scheme)));
        }
        return Map.of(
                "client",
                target == Target.CLIENT,
                "schemes",
                schemes,
                "constants",
                JavaCode.join(", ", constants),
                "alwaysRequired",
                JavaCode.of(api.alwaysRequiresCredentials() ? "true" : "false"));
    }

    private static CommentText words(SecurityScheme scheme) {
        CommentText parameter = CommentText.code(scheme.parameter());
        return switch (scheme.kind()) {
            case BEARER -> CommentText.of("a bearer token");
            case BASIC -> CommentText.of("a user name and a password");
            case HEADER -> CommentText.of("an API key in the header $", parameter);
            case QUERY -> CommentText.of("an API key in the query parameter $", parameter);
            default -> CommentText.of("an API key in the cookie $", parameter);
        };
    }

    private static JavaCode type(Kind kind) {
        return switch (kind) {
            case BEARER -> JavaCode.of("SecurityScheme.Bearer");
            case BASIC -> JavaCode.of("SecurityScheme.Basic");
            default -> JavaCode.of("SecurityScheme.ApiKey");
        };
    }

    private static JavaCode arguments(SecurityScheme scheme) {
        StringLiteral name = new StringLiteral(scheme.name());
        return switch (scheme.kind()) {
            case BEARER, BASIC -> name;
            default ->
                JavaCode.of(
                        "$, SecurityScheme.In.$, $",
                        name,
                        new Name(scheme.kind().name()),
                        new StringLiteral(scheme.parameter()));
        };
    }
}
