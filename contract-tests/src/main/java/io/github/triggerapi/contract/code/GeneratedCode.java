package io.github.triggerapi.contract.code;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was generated for one side, as far as a look at the class path shows it.
 *
 * @param models the public classes of the model package
 */
record GeneratedCode(List<Route> routes, List<Class<?>> models) {

    static final GeneratedCode CLIENT = of(Side.CLIENT);
    static final GeneratedCode SERVER = of(Side.SERVER);

    static GeneratedCode on(Side side) {
        return side == Side.CLIENT ? CLIENT : SERVER;
    }

    private static GeneratedCode of(Side side) {
        List<Route> routes = new ArrayList<>();
        for (Class<?> type : PackageClasses.of(side.anchor(), side.apiPackage())) {
            if (side == Side.CLIENT
                    && type.isInterface()
                    && type.getSimpleName().endsWith("Api")) {
                routes.addAll(ClientRoutes.of(type));
            } else if (side == Side.SERVER && type.isInterface() && type.isAnnotationPresent(Path.class)) {
                routes.addAll(ServerRoutes.of(type));
            }
        }
        List<Class<?>> models = PackageClasses.of(side.anchor(), side.modelPackage()).stream()
                .filter(type -> !type.isAnnotation())
                .toList();
        return new GeneratedCode(List.copyOf(routes), models);
    }
}
