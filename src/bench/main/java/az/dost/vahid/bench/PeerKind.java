package az.dost.vahid.bench;

import az.dost.vahid.bench.scatter.ScatterApplication;
import az.dost.vahid.bench.scatter.UsualScatter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;

/**
 * All that are compared, by the names of README's table. Whatever a measurement compares it starts by its kind, and a
 * test starts one of each kind.
 */
enum PeerKind {
    GATEWAY {
        @Override
        Peer start(Stage stage) {
            return stage.gateway(label(), "native");
        }
    },
    FLOOR {
        @Override
        Peer start(Stage stage) {
            return stage.floor(label(), "native", false);
        }
    },
    USUAL {
        @Override
        Peer start(Stage stage) {
            return stage.usual();
        }
    },
    FLOOR_BARE {
        @Override
        Peer start(Stage stage) {
            return stage.floor(label(), "native", true);
        }
    },
    GATEWAY_JDK {
        @Override
        Peer start(Stage stage) {
            return stage.gateway(label(), "jdk");
        }
    },
    GATEWAY_25 {
        @Override
        Peer start(Stage stage) {
            return stage.newer().gateway(label());
        }

        @Override
        String wants() {
            return Newer.wants();
        }
    },
    GATEWAY_CACHED {
        @Override
        Peer start(Stage stage) throws Exception {
            return stage.newer().cached(label());
        }

        @Override
        String wants() {
            return Newer.wants();
        }
    },
    FLOOR_JDK {
        @Override
        Peer start(Stage stage) {
            return stage.floor(label(), "jdk", false);
        }
    },
    SCATTER {
        @Override
        Peer start(Stage stage) {
            return Scatter.application(label(), ScatterApplication.class, stage);
        }
    },
    NGINX_LUA {
        @Override
        Peer start(Stage stage) throws IOException {
            return Scatter.nginx(label(), stage);
        }

        @Override
        String wants() {
            return Nginx.withLua() ? null : "Debian's packages nginx and libnginx-mod-http-lua are not installed";
        }
    },
    SCATTER_USUAL {
        @Override
        Peer start(Stage stage) {
            return Scatter.application(label(), UsualScatter.class, stage);
        }
    },
    EXCHANGE {
        @Override
        Peer start(Stage stage) throws IOException {
            return PassThrough.gateway(label(), stage);
        }
    },
    EXCHANGE_FLOOR {
        @Override
        Peer start(Stage stage) {
            return stage.passing(label(), PassThrough.PLAIN);
        }
    },
    DIRECT {
        /** The stub itself, which ends with the stage. */
        @Override
        Peer start(Stage stage) {
            return new Peer(label(), stage.stub(), stage.stubPort(), PassThrough.PLAIN);
        }
    },
    NGINX_PROXY {
        @Override
        Peer start(Stage stage) throws IOException {
            return PassThrough.nginx(label(), stage);
        }

        @Override
        String wants() {
            return Nginx.installed() ? null : "Debian's package nginx is not installed";
        }
    },
    EVENTS {
        @Override
        Peer start(Stage stage) throws Exception {
            return stage.events().gateway(label());
        }

        @Override
        String answer(Peer peer, Stage stage) throws Exception {
            return stage.events().published(peer);
        }
    },
    PLAIN {
        @Override
        Peer start(Stage stage) throws Exception {
            return stage.events().plain();
        }

        @Override
        String answer(Peer peer, Stage stage) throws Exception {
            return stage.events().sent();
        }
    },
    PAGES {
        @Override
        Peer start(Stage stage) {
            return new PagesPeers(stage).pages();
        }

        @Override
        String answer(Peer peer, Stage stage) throws Exception {
            return new Viewer(PagesPeers.address(peer), Viewers.PEOPLE.get(0)).firstPage();
        }
    },
    EMPTY {
        @Override
        Peer start(Stage stage) {
            return Starts.empty(label(), stage);
        }
    };

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_MS = 200;

    /** As README's table and the figures have it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Starts one, beside those that run; it ends with its process, or with the stage. */
    abstract Peer start(Stage stage) throws Exception;

    /** What has to be installed on this machine for it and is not; null for nothing. */
    String wants() {
        return null;
    }

    /**
     * What it answers to the first of its questions once it answers well; its port is open before all is ready behind
     * it, and an agency may have been too slow for a process that has just begun.
     *
     * @throws IllegalStateException when it does not answer well in two minutes
     */
    String answer(Peer peer, Stage stage) throws Exception {
        Ask ask = peer.ask();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + peer.port() + ask.path()))
                .timeout(Duration.ofMinutes(1));
        ask.headers().forEach(request::header);
        if (!ask.bodies().isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(ask.bodies().get(0)));
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200 && answer.body().contains(ask.expected())) {
                return answer.body();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(label() + " answers " + answer.statusCode() + ": " + answer.body());
            }
            Thread.sleep(PAUSE_MS);
        }
    }
}
