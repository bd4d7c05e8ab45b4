package io.github.triggerapi.mock.redis;

import io.github.triggerapi.mock.InstalledPrograms;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/** A Redis that passes each change to the operating system before it replies, so that killing it loses nothing. */
public final class RedisServer implements AutoCloseable {
    private final String program;
    private final Path directory;
    private final int port;
    private Process process;

    private RedisServer(String program, Path directory, int port) throws IOException {
        this.program = program;
        this.directory = directory;
        this.port = port;
        start();
    }

    /** Starts a server, or skips the test; see {@link InstalledPrograms#require}. */
    public static RedisServer start(Path directory) throws IOException {
        File program =
                InstalledPrograms.require("the package redis-server or valkey-server", "redis-server", "valkey-server");
        return new RedisServer(program.getPath(), directory, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** Returns its URL. */
    public String url() {
        return "redis://127.0.0.1:" + port + "/0";
    }

    /** Starts it with the data that it wrote before; returns when it accepts connections. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(program, "--bind", "127.0.0.1", "--port", String.valueOf(port)));
        command.addAll(List.of("--dir", directory.toString(), "--appendonly", "yes", "--appendfsync", "no"));
        command.addAll(List.of("--save", ""));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader log =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            if (line.contains("eady to accept connections")) {
                return;
            }
        }
        throw new IOException("Redis did not start: " + lines);
    }

    /** Kills it at once. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Closes the connections of all clients except subscribers, as Redis does with idle ones. */
    public void closeConnections() {
        try (RedisClient client = RedisClient.create(url())) {
            client.executeCommand(new CommandArguments(Protocol.Command.CLIENT)
                    .add("KILL")
                    .add("TYPE")
                    .add("normal"));
        }
    }

    /** Removes all data. */
    void clear() {
        try (RedisClient client = RedisClient.create(url())) {
            client.flushAll();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
