package io.github.triggerapi.mock.internal.http;

import io.github.triggerapi.mock.internal.message.RejectedRequestException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Decodes the requests of one connection, and rejects those that RFC 9112 forbids or that servers interpret
 * differently. A rejected request is the last one of its connection: the bytes after it are discarded.
 */
final class RequestDecoder extends VertxHttpRequestDecoder {
    private boolean inHead = true;
    private boolean folded;
    private byte lastOfHead;
    private boolean rejected;
    private boolean bodyBroken;

    private RequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Replaces the decoder of a connection. */
    static RequestDecoder install(HttpConnection connection, HttpServerOptions options) {
        RequestDecoder decoder = new RequestDecoder(options);
        ChannelPipeline pipeline =
                ((HttpServerConnection) connection).channelHandlerContext().pipeline();
        pipeline.replace(HttpRequestDecoder.class, "requestDecoder", decoder);
        return decoder;
    }

    /** Returns whether the body of the current request is invalid; it ends before the invalid part. */
    boolean isBodyBroken() {
        return bodyBroken;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (rejected) {
            buffer.skipBytes(buffer.readableBytes());
            return;
        }
        int start = buffer.readerIndex();
        int known = out.size();
        super.decode(context, buffer, out);
        if (inHead) {
            lookForFolding(buffer, start);
        }
        for (int i = known; i < out.size() && !rejected; i++) {
            if (out.get(i) instanceof HttpRequest request) {
                inHead = false;
                check(request, out, i);
            } else if (out.get(i) instanceof HttpContent content) {
                check(content, out, i);
            }
        }
    }

    /** Looks for a header line that begins with a space, which the decoder has joined to the line before. */
    private void lookForFolding(ByteBuf buffer, int start) {
        for (int i = start; i < buffer.readerIndex(); i++) {
            byte read = buffer.getByte(i);
            folded |= lastOfHead == '\n' && (read == ' ' || read == '\t');
            lastOfHead = read;
        }
    }

    private void check(HttpRequest request, List<Object> out, int index) {
        HttpVersion version = request.protocolVersion();
        if (!isSupported(version)) {
            // The version of the response is that of the request.
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
        }
        if (request.decoderResult().isFailure()) {
            return;
        }
        try {
            check(request, version);
        } catch (RejectedRequestException rejection) {
            request.setDecoderResult(DecoderResult.failure(rejection));
            List<Object> rest = out.subList(index + 1, out.size());
            rest.forEach(ReferenceCountUtil::release);
            rest.clear();
            out.add(LastHttpContent.EMPTY_LAST_CONTENT);
            rejected = true;
        }
    }

    private static boolean isSupported(HttpVersion version) {
        return version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0);
    }

    private void check(HttpRequest request, HttpVersion version) {
        if (!isSupported(version)) {
            throw new RejectedRequestException(505, "The server supports only HTTP/1.1 and HTTP/1.0");
        }
        if (folded) {
            throw new RejectedRequestException(400, "A header line begins with a space");
        }
        HttpHeaders headers = request.headers();
        if (headers.contains("")) {
            throw new RejectedRequestException(400, "A header has no name");
        }
        int hosts = headers.getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || hosts == 0 && version.equals(HttpVersion.HTTP_1_1)) {
            throw new RejectedRequestException(400, "A request must have one Host header, not " + hosts);
        }
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (codings.size() > 1 || !codings.isEmpty() && version.equals(HttpVersion.HTTP_1_0)) {
            throw new RejectedRequestException(400, "Transfer-Encoding must be given once, and not with HTTP/1.0");
        }
        if (!codings.isEmpty() && !codings.get(0).strip().equalsIgnoreCase("chunked")) {
            throw new RejectedRequestException(400, "Transfer-Encoding must be chunked");
        }
    }

    private void check(HttpContent content, List<Object> out, int index) {
        if (content.decoderResult().isFailure()) {
            content.release();
            // Vert.x would close the connection without a response.
            out.set(index, LastHttpContent.EMPTY_LAST_CONTENT);
            bodyBroken = true;
        }
        if (out.get(index) instanceof LastHttpContent) {
            inHead = true;
            folded = false;
            lastOfHead = 0;
        }
    }

    /** Rejects a request that another server may interpret as two requests. */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new RejectedRequestException(400, "Content-Length and Transfer-Encoding must not be given together");
    }
}
