package az.dost.vahid.bench.floor;

import az.dost.vahid.answer.Question;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.bench.Talk;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.sources.agency.transport.HttpClients;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * The floor's call to one agency: nothing but Vert.x around the talk. Any failure fails the lookup: a floor that fails
 * measures nothing.
 */
public final class LeanCall {
    private final Talk talk;
    private final String proofHeader;
    private final HttpClient client;
    private final RequestOptions target;
    private final RequestOptions tokenTarget;

    public LeanCall(Connector connector, Talk talk, Vertx vertx, GatewayKeys keys, PinnedCertificate pinned) {
        this.talk = talk;
        this.proofHeader = connector.proof().header();
        this.client = vertx.createHttpClient(HttpClients.options(connector, talk.endpoint(), pinned, keys));
        this.target = target(
                talk.endpoint(),
                connector.call().path(),
                HttpMethod.valueOf(connector.call().method()));
        this.tokenTarget = connector.auth().tokenPath() == null
                ? null
                : target(talk.endpoint(), connector.auth().tokenPath(), HttpMethod.POST);
    }

    private static RequestOptions target(URI endpoint, String path, HttpMethod method) {
        return new RequestOptions()
                .setHost(endpoint.getHost())
                .setPort(endpoint.getPort())
                .setSsl(endpoint.getScheme().equals("https"))
                .setURI(endpoint.getPath() + path)
                .setMethod(method);
    }

    /** The agency's row. */
    public Future<SourceAnswer> ask(Question question) {
        Talk.Turn turn = talk.begin(question);
        return (talk.needsToken() ? token() : Future.<Void>succeededFuture())
                .compose(ready -> page(turn))
                .map(done -> turn.answer());
    }

    private Future<Void> token() {
        return client.request(tokenTarget)
                .compose(request -> request.send("grant_type=client_credentials"))
                .compose(response -> response.body().map(body -> {
                    talk.takeToken(response.statusCode(), body.getBytes());
                    return null;
                }));
    }

    private Future<Void> page(Talk.Turn turn) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().addAll(talk.headers()).add("X-Request-Id", turn.requestId());
        String authorization = talk.authorization();
        if (authorization != null) {
            headers.add("Authorization", authorization);
        }
        return client.request(new RequestOptions(target)
                        .setTimeout(turn.remainingMs())
                        .setHeaders(headers))
                .compose(request -> request.send(Buffer.buffer(turn.next())))
                .compose(response -> response.body().compose(body -> {
                    turn.take(
                            response.statusCode(),
                            body.getBytes(),
                            response.getHeader(proofHeader),
                            response.getHeader("Content-Type"));
                    return turn.finished() ? Future.succeededFuture() : page(turn);
                }));
    }
}
