package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
     * @param others the schemes whose credentials the caller of the client sends
     */
    void check(Set<String> others) {
        List<Server> servers = spec.openApi().getServers();
        String url = servers == null || servers.isEmpty()
                ? ""
                : servers.get(0).getUrl().replaceAll("/+$", "");
        findings.expect(
                url.equals(artifact.serverUrl()),
                Location.of("the first server", "#/servers/0/url"),
                "expected " + url + " from the document, found " + artifact.serverUrl());
        Map<String, SecurityScheme> schemes = schemes(spec);
        schemes.forEach((name, scheme) -> scheme(name, scheme, others.contains(name)));
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

    /** The client sends bearer tokens only. */
    private void scheme(String name, SecurityScheme scheme, boolean ofCaller) {
        String pointer = SCHEMES + "/" + Location.escaped(name);
        findings.expect(
                ofCaller || isBearer(scheme),
                Location.of(pointer, pointer + (scheme.getType() == SecurityScheme.Type.HTTP ? "/scheme" : "/type")),
                "expected " + scheme.getType() + " " + scheme.getScheme()
                        + " from the document, but the code sends bearer tokens");
    }

    /** Returns the security schemes whose credentials are not bearer tokens. */
    static Set<String> otherSchemes(SwaggerSpec spec) {
        return schemes(spec).entrySet().stream()
                .filter(scheme -> !isBearer(scheme.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isBearer(SecurityScheme scheme) {
        return Set.of(SecurityScheme.Type.OAUTH2, SecurityScheme.Type.OPENIDCONNECT)
                        .contains(scheme.getType())
                || scheme.getType() == SecurityScheme.Type.HTTP && "bearer".equalsIgnoreCase(scheme.getScheme());
    }

    private static Map<String, SecurityScheme> schemes(SwaggerSpec spec) {
        return spec.openApi().getComponents() == null
                        || spec.openApi().getComponents().getSecuritySchemes() == null
                ? Map.of()
                : spec.openApi().getComponents().getSecuritySchemes();
    }
}
