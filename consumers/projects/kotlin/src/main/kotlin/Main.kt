import com.sun.net.httpserver.HttpServer
import io.github.triggerapi.client.TriggerClient
import io.github.triggerapi.client.error.TriggerException
import io.github.triggerapi.client.model.TriggerTaskRequestBody
import java.net.InetAddress
import java.net.InetSocketAddress
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking
import retrofit2.await

/** Triggers a task in coroutines, with Retrofit's extension and with the client, which converts errors to exceptions. */
fun main() {
    val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
    server.createContext("/") { exchange ->
        val known = exchange.requestURI.path.contains("/my-task/")
        val body = (if (known) """{"id": "run_1"}""" else """{"error": "Not found"}""").toByteArray()
        exchange.responseHeaders["Content-Type"] = "application/json"
        exchange.sendResponseHeaders(if (known) 200 else 404, body.size.toLong())
        exchange.responseBody.write(body)
        exchange.close()
    }
    server.start()
    try {
        val url = "http://127.0.0.1:${server.address.port}"
        TriggerClient.builder().secretKey("tr_dev_1234").apiUrl(url).build().use { runBlocking { trigger(it) } }
    } finally {
        server.stop(0)
    }
}

private suspend fun trigger(client: TriggerClient) {
    val body = TriggerTaskRequestBody.builder().payload(mapOf("message" to "Hello, world!")).build()

    check(client.tasks().triggerTaskV1("my-task", body).sendAsync().await().id() == "run_1")
    check(client.tasks().triggerTaskV1("my-task", body).await().id() == "run_1")
    check(client.tasks().triggerTaskV1("my-task", body).execute().body()?.id() == "run_1")
    check(client.tasks().triggerTaskV1("my-task") { it.payload(1).options { o -> o.ttl("1h") } }.send().id() == "run_1")

    val error = runCatching { client.tasks().triggerTaskV1("another", body).sendAsync().await() }.exceptionOrNull()
    check(error is TriggerException && error.message!!.endsWith("returned 404: Not found")) { "$error" }
}
