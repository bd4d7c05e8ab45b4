package io.github.triggerapi.update.source;

import io.github.triggerapi.update.RejectedRevisionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Reads documents and pages over HTTP. */
final class HttpSource {

    private HttpSource() {}

    static byte[] read(String location, RevisionReader.Limits limits) {
        URI address = address(location);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                // Does not follow redirects from https to http.
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "trigger-api-update")
                .header("Accept", "application/yaml, application/json, text/markdown, text/plain, */*;q=0.5")
                .build();
        CompletableFuture<HttpResponse<InputStream>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try {
            return response.thenApplyAsync(received -> body(location, received, limits))
                    .get(limits.total().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw noResponse(location, limits);
        } catch (ExecutionException e) {
            throw failure(location, address, e.getCause(), limits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedRevisionException(location + ": reading it was interrupted");
        } finally {
            response.cancel(true);
            response.thenAccept(HttpSource::close);
        }
    }

    private static URI address(String location) {
        try {
            URI address = new URI(location);
            if (address.getRawAuthority() != null && address.getRawAuthority().contains("@")) {
                throw new RejectedRevisionException(RevisionReader.shown(location) + ": contains a user or password;"
                        + " expected a URL without, because it is stored");
            }
            if (address.getHost() == null) {
                throw new RejectedRevisionException(
                        location + ": has no host; expected a URL such as https://example.com/api.yaml");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new RejectedRevisionException(RevisionReader.shown(location) + ": is not a valid URL: "
                    + TextDecoder.firstLine(e.getReason()) + "; expected one such as https://example.com/api.yaml");
        }
    }

    /** Closes the connection, which ends a read that still waits for it. */
    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] body(String location, HttpResponse<InputStream> response, RevisionReader.Limits limits) {
        int status = response.statusCode();
        if (status / 100 == 3) {
            throw new RejectedRevisionException(location + ": responded with " + status
                    + ", a redirect from https to http, without a target or in a loop; expected 200");
        }
        if (status != 200) {
            throw new RejectedRevisionException(location + ": responded with " + status + "; expected 200");
        }
        try {
            return limits.read(location, response.body());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static RejectedRevisionException failure(
            String location, URI address, Throwable failure, RevisionReader.Limits limits) {
        if (failure instanceof RejectedRevisionException rejected) {
            return rejected;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new RejectedRevisionException(
                        location + ": unknown host " + address.getHost() + "; expected one that can be resolved");
            }
            if (cause instanceof HttpTimeoutException) {
                return new RejectedRevisionException(
                        location + ": no connection within " + seconds(limits.connect()) + "; try again later");
            }
            if (cause instanceof IllegalArgumentException) {
                return new RejectedRevisionException(
                        location + ": responded with a redirect to an invalid URL; expected one with https: or http:");
            }
            if (cause instanceof SSLException) {
                return new RejectedRevisionException(location + ": no secure connection: "
                        + TextDecoder.firstLine(String.valueOf(cause.getMessage()))
                        + "; expected a trusted certificate");
            }
        }
        if (failure instanceof java.net.ConnectException) {
            return new RejectedRevisionException(
                    location + ": no connection to " + address.getAuthority() + "; expected a server at this address");
        }
        if (failure instanceof IOException) {
            return new RejectedRevisionException(location + ": the response was interrupted: "
                    + TextDecoder.firstLine(String.valueOf(failure.getMessage())) + "; expected a complete one");
        }
        throw new IllegalStateException(failure);
    }

    private static RejectedRevisionException noResponse(String location, RevisionReader.Limits limits) {
        return new RejectedRevisionException(
                location + ": no complete response within " + seconds(limits.total()) + "; try again later");
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
