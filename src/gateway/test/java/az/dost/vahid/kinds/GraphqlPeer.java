package az.dost.vahid.kinds;

import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import az.dost.vahid.signature.rehearsal.PlayedSignatures;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A GraphQL server that runs queries against the example's {@code contract.graphqls}, with the data of its sample. */
final class GraphqlPeer implements Peer {
    private static final String KEY = "only-for-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Example example;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PlayedKey key;
    private final PlayedKey stranger;
    private final GraphQL register;
    /** Addresses that were called. */
    final List<String> called = Collections.synchronizedList(new ArrayList<>());
    /** Fields that fail as long as they are here, by their type and name. */
    final List<String> failing = Collections.synchronizedList(new ArrayList<>());
    /** Status of every answer; 0 for the one that belongs to it. */
    volatile int status;

    private volatile Conduct conduct = Conduct.ANSWERS;

    GraphqlPeer(Example example) throws IOException {
        this.example = example;
        this.key = PlayedKey.of(example.id(), "EC");
        this.stranger = PlayedKey.of(example.id(), "EC");
        key.pin(example.keys().resolve("agencies").resolve(example.id() + ".pem"));
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", query -> query.dataFetcher("time", this::time).dataFetcher("student", this::student))
                .type(
                        "Student",
                        student -> student.dataFetcher("fin", found("Student.fin"))
                                .dataFetcher("studies", found("Student.studies")))
                .type(
                        "Study",
                        study -> study.dataFetcher("trade", found("Study.trade"))
                                .dataFetcher("school", found("Study.school")))
                .build();
        this.register = GraphQL.newGraphQL(new SchemaGenerator()
                        .makeExecutableSchema(
                                new SchemaParser()
                                        .parse(Files.readString(example.folder().resolve("contract.graphqls"))),
                                wiring))
                .build();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    private Object time(DataFetchingEnvironment field) {
        if (failing.contains("Query.time")) {
            throw new IllegalStateException("no clock");
        }
        return Instant.now().toString();
    }

    private Object student(DataFetchingEnvironment field) throws IOException {
        if (conduct == Conduct.FAILS) {
            throw new IllegalStateException("the register is closed");
        } else if (conduct == Conduct.KNOWS_NOBODY) {
            return DataFetcherResult.newResult()
                    .error(GraphqlErrorBuilder.newError(field)
                            .message("no such person")
                            .extensions(Map.of("code", "NOT_FOUND", "fin", field.getArgument("fin")))
                            .build())
                    .build();
        }
        Map<String, Object> student = JSON.convertValue(
                JSON.readTree(example.folder()
                                .resolve("samples/found/reply.json")
                                .toFile())
                        .at("/data/student"),
                Map.class);
        student.put("fin", conduct == Conduct.MEANS_ANOTHER_CITIZEN ? OTHER_FIN : field.getArgument("fin"));
        return student;
    }

    private DataFetcher<Object> found(String name) {
        return field -> {
            if (failing.contains(name)) {
                throw new IllegalStateException("not now");
            }
            Map<String, Object> source = field.getSource();
            return source.get(field.getField().getName());
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            called.add(exchange.getRequestURI().toString());
            if (conduct == Conduct.SLEEPS) {
                Thread.sleep(20_000);
            }
            byte[] answer = answer(exchange, JSON.readTree(exchange.getRequestBody()));
            exchange.getResponseHeaders().set("Content-Type", "application/graphql-response+json");
            exchange.getResponseHeaders()
                    .set(
                            "X-JWS-Signature",
                            new PlayedSignatures(conduct == Conduct.IS_A_STRANGER ? stranger : key)
                                    .jws(answer, exchange.getRequestHeaders().getFirst("X-Request-Id")));
            exchange.sendResponseHeaders(
                    status != 0 ? status : new String(answer, StandardCharsets.UTF_8).contains("\"data\"") ? 200 : 400,
                    answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(HttpExchange exchange, JsonNode asked) throws IOException {
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))) {
            return "{\"errors\": [{\"message\": \"who are you?\", \"extensions\": {\"code\": \"UNAUTHENTICATED\"}}]}"
                    .getBytes(StandardCharsets.UTF_8);
        } else if (conduct == Conduct.MUMBLES) {
            return "{\"data\": [".getBytes(StandardCharsets.UTF_8);
        }
        ExecutionInput input = ExecutionInput.newExecutionInput(
                        asked.path("query").asText())
                .variables(JSON.convertValue(asked.path("variables"), Map.class))
                .build();
        Map<String, Object> answer = register.execute(input).toSpecification();
        if (conduct == Conduct.TALKS_WITHOUT_END) {
            answer.put("extensions", "x".repeat(100_000));
        }
        return JSON.writeValueAsBytes(answer);
    }

    @Override
    public Map<String, String> behave(Conduct next) throws IOException {
        conduct = next;
        return Map.of(
                "vahid.endpoints." + example.id(),
                "http://localhost:"
                        + (next == Conduct.IS_AWAY
                                ? FreePort.next()
                                : server.getAddress().getPort()),
                "vahid.secrets.vocational-register.key",
                next == Conduct.REFUSES ? "guessed" : KEY);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
