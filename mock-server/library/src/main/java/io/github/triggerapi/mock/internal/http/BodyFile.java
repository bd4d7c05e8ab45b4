package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystemException;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file for the body of one request or response, so that a slow caller uses neither memory nor a thread. To
 * be used on the event loop of the connection.
 */
final class BodyFile {
    private static final Logger LOGGER = System.getLogger(BodyFile.class.getName());

    private final Vertx vertx;
    private final FileBackedOperations bodies;
    private final Future<Path> file;
    private final Promise<Void> filled = Promise.promise();
    private boolean deleted;

    /** @throws RejectedRequestException with status 503 if there are too many files */
    BodyFile(Vertx vertx, FileBackedOperations bodies) {
        if (!bodies.files().tryAcquire()) {
            throw RejectedRequestException.retryLater("Too many large bodies are being received or sent");
        }
        this.vertx = vertx;
        this.bodies = bodies;
        file = vertx.executeBlocking(() -> Files.createTempFile("trigger-mock-", ".json"), false);
    }

    /** Rejects with status 413 a body whose announced size is too large. */
    void announce(long bytes) {
        if (bytes > bodies.maxBytes()) {
            throw tooLarge();
        }
    }

    /**
     * Receives the body of a request.
     *
     * @param arrived is run when it is complete, before it is read
     */
    Future<Void> receive(HttpServerRequest request, Runnable arrived) {
        request.pause();
        OpenOptions existing = new OpenOptions().setCreate(false);
        return file.compose(path -> vertx.fileSystem().open(path.toString(), existing))
                .compose(open -> fill(open, request))
                .compose(filled -> {
                    arrived.run();
                    return vertx.executeBlocking(
                            () -> {
                                bodies.read().with(file.result());
                                return null;
                            },
                            false);
                });
    }

    private Future<Void> fill(AsyncFile open, HttpServerRequest request) {
        long[] length = {0};
        open.exceptionHandler(filled::tryFail);
        request.handler(chunk -> {
            length[0] += chunk.length();
            if (length[0] > bodies.maxBytes()) {
                filled.tryFail(tooLarge());
                return;
            }
            open.write(chunk);
            if (open.writeQueueFull()) {
                request.pause();
                open.drainHandler(drained -> request.resume());
            }
        });
        request.endHandler(end -> filled.tryComplete());
        request.resume();
        return filled.future().eventually(() -> open.close());
    }

    private RejectedRequestException tooLarge() {
        return new RejectedRequestException(413, "Request body is larger than %d bytes".formatted(bodies.maxBytes()));
    }

    /** Creates the body of a response, and returns its size. */
    Future<Long> make() {
        return file.compose(path -> vertx.executeBlocking(
                () -> {
                    bodies.write().with(path);
                    return Files.size(path);
                },
                false));
    }

    /**
     * Sends the body as fast as the caller reads it.
     *
     * @param idleMillis the minimum time without progress before the connection is closed
     */
    void send(HttpServerRequest request, long idleMillis) {
        ChannelHandler watch = new IdleStateHandler(true, 0, idleMillis, 0, TimeUnit.MILLISECONDS) {
            @Override
            protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
                // The first event does not tell whether there was progress before.
                if (!event.isFirst()) {
                    context.close();
                }
            }
        };
        ChannelPipeline pipeline = ((HttpServerConnection) request.connection())
                .channel()
                .pipeline()
                .addFirst(watch);
        request.response().sendFile(file.result().toString()).onComplete(sent -> {
            // The pipeline is empty if the connection is closed.
            if (pipeline.context(watch) != null) {
                pipeline.remove(watch);
            }
        });
    }

    /** Returns the error response for a failure, null if it is a defect of this server. */
    static @Nullable RejectedRequestException rejection(Throwable failure) {
        if (failure instanceof RejectedRequestException rejection) {
            return rejection;
        }
        if (failure instanceof OutOfMemoryError) {
            return RejectedRequestException.retryLater("There is not enough memory");
        }
        return failure instanceof IOException || failure instanceof FileSystemException
                ? new RejectedRequestException(
                        500, "The body cannot be kept in a temporary file: " + failure.getMessage())
                : null;
    }

    /** Deletes the file, even if it is in use; further calls do nothing. */
    void delete() {
        if (deleted) {
            return;
        }
        deleted = true;
        filled.tryFail("The caller closed the connection");
        bodies.files().release();
        file.compose(path -> vertx.executeBlocking(() -> Files.deleteIfExists(path), false))
                .onFailure(failure -> LOGGER.log(Level.WARNING, "A temporary file could not be deleted", failure));
    }
}
