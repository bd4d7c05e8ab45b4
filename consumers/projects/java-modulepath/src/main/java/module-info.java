/**
 * An application in a module of its own. The client and most of its libraries name no module that they need; so those two
 * that do have descriptors are named here, or they would be left out.
 */
module consumer {
    requires com.google.gson;
    requires io.github.triggerapi.client;
    requires jdk.httpserver;
    requires kotlin.stdlib;
}
