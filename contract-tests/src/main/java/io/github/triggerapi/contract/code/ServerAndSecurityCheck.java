package io.github.triggerapi.contract.code;

import io.github.triggerapi.contract.code.SwaggerSpec.Operation;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;

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

    void check() {
        List<Server> servers = spec.openApi().getServers();
        String url = servers == null || servers.isEmpty()
                ? ""
                : servers.get(0).getUrl().replaceAll("/+$", "");
        findings.expect(
                url.equals(artifact.serverUrl()),
                Location.of("the first server", "#/servers/0/url"),
                "expected " + url + " from the document, found " + artifact.serverUrl());
        Map<String, SecurityScheme> schemes = schemes();
        schemes.forEach((name, scheme) -> scheme(name, scheme));
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

    /** The generated code supports bearer tokens only. */
    private void scheme(String name, SecurityScheme scheme) {
        String pointer = SCHEMES + "/" + Location.escaped(name);
        findings.expect(
                scheme.getType() == SecurityScheme.Type.HTTP,
                Location.of(pointer, pointer + "/type"),
                "expected " + scheme.getType() + " from the document, but the code supports http only");
        findings.expect(
                "bearer".equalsIgnoreCase(scheme.getScheme()),
                Location.of(pointer, pointer + "/scheme"),
                "expected " + scheme.getScheme() + " from the document, but the code supports bearer only");
    }

    private Map<String, SecurityScheme> schemes() {
        return spec.openApi().getComponents() == null
                        || spec.openApi().getComponents().getSecuritySchemes() == null
                ? Map.of()
                : spec.openApi().getComponents().getSecuritySchemes();
    }
}
