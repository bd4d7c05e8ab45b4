/**
 * An application as a Java module. The client and most of its libraries are automatic modules, which cannot require the three
 * libraries with module descriptors, so the application requires them.
 */
module consumer {
    requires com.google.gson;
    requires io.github.triggerapi.client;
    requires jdk.httpserver;
    requires kotlin.stdlib;
    requires okhttp3;
}
