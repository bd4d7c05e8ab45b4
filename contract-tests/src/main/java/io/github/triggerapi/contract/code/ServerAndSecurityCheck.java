package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares servers and security schemes of a document with a generated artifact. */
final class ServerAndSecurityCheck {

    private static final String SCHEMES = "#/components/securitySchemes";

    private final SwaggerSpec spec;
    private final GeneratedArtifact artifact;
    private final Findings findings;

    ServerAndSecurityCheck(SwaggerSpec spec, Findings findings) {
        this.spec = spec;
        this.artifact = findings.artifact();
        this.findings = findings;
    }

    /**
     * Compares them.
     *
     * @param whole whether the document has all security schemes, and not only those of a part
     */
    void check(boolean whole) {
        String url = url(spec.openApi().getServers());
        findings.expect(
                url.equals(artifact.serverUrl()),
                Location.of("the first server", "#/servers/0/url"),
                "expected " + url + " from the document, found " + artifact.serverUrl());
        Map<String, SecurityScheme> schemes = schemes(spec);
        Map<String, String> generated = artifact.securitySchemes();
        schemes.forEach((name, scheme) -> scheme(name, resolve(scheme, schemes), generated.getOrDefault(name, "")));
        generated.keySet().stream()
                .filter(name -> whole && !schemes.containsKey(name))
                .forEach(name ->
                        findings.add(Location.of(SCHEMES, SCHEMES), "the document has no security scheme " + name));
        for (Operation operation : spec.operations()) {
            for (String alternative : operation.security()) {
                for (String scheme : alternative.replaceAll("\\([^)]*\\)", "").split(" & ")) {
                    findings.expect(
                            scheme.isEmpty() || schemes.containsKey(scheme),
                            new Location(
                                    operation.location().label() + " security",
                                    List.of(operation.location().pointers().get(0) + "/security", SCHEMES)),
                            "there is no security scheme " + scheme);
                }
            }
        }
    }

    /** Returns the URL of the first server with the defaults of its variables, or a path if it is not absolute. */
    static String url(@Nullable List<Server> servers) {
        if (servers == null || servers.isEmpty()) {
            return "/";
        }
        String url = servers.get(0).getUrl();
        if (servers.get(0).getVariables() != null) {
            for (Map.Entry<String, ServerVariable> variable :
                    servers.get(0).getVariables().entrySet()) {
                url = url.replace(
                        "{" + variable.getKey() + "}", variable.getValue().getDefault());
            }
        }
        url = url.replaceAll("/+$", "");
        return url.matches("https?://.+|/.+") ? url : "/";
    }

    private void scheme(String name, SecurityScheme scheme, String generated) {
        String pointer = SCHEMES + "/" + Location.escaped(name);
        String expected = expected(name, scheme);
        findings.expect(
                expected.equals(generated),
                new Location(
                        pointer,
                        Stream.of("type", "scheme", "in", "name")
                                .map(keyword -> pointer + "/" + keyword)
                                .toList()),
                "expected '" + expected + "' from the document, found '" + generated + "'");
    }

    /** Returns the string form of a scheme in the code; empty if the client leaves its credentials to the caller. */
    private static String expected(String name, SecurityScheme scheme) {
        String http = String.valueOf(scheme.getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme.getType()) {
            case OAUTH2, OPENIDCONNECT -> "Bearer[name=" + name + "]";
            case HTTP ->
                http.equals("bearer")
                        ? "Bearer[name=" + name + "]"
                        : http.equals("basic") ? "Basic[name=" + name + "]" : "";
            case APIKEY ->
                "ApiKey[name=%s, in=%s, parameter=%s]"
                        .formatted(name, scheme.getIn().name(), scheme.getName());
            case MUTUALTLS -> "";
        };
    }

    private static SecurityScheme resolve(SecurityScheme scheme, Map<String, SecurityScheme> schemes) {
        SecurityScheme current = scheme;
        for (int i = 0; i < schemes.size() && current.get$ref() != null; i++) {
            current = schemes.getOrDefault(current.get$ref().replaceFirst(".*/", ""), scheme);
        }
        return current;
    }

    private static Map<String, SecurityScheme> schemes(SwaggerSpec spec) {
        return spec.openApi().getComponents() == null
                        || spec.openApi().getComponents().getSecuritySchemes() == null
                ? Map.of()
                : spec.openApi().getComponents().getSecuritySchemes();
    }
}
