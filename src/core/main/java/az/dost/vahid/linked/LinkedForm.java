package az.dost.vahid.linked;

import az.dost.vahid.mime.Accepted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which a graph is given out. */
public enum LinkedForm {
    JSON_LD("application/ld+json") {
        @Override
        String text(Graph graph) {
            return JsonLd.of(graph).toString();
        }
    },
    TURTLE("text/turtle") {
        @Override
        String text(Graph graph) {
            return Turtle.of(graph);
        }
    };

    private final MediaType type;

    LinkedForm(String type) {
        this.type = MediaType.parseMediaType(type);
    }

    public String mediaType() {
        return type.toString();
    }

    /**
     * The form that a request likes better than any other type that the address gives.
     *
     * @param accept its Accept header; null for none
     * @param others what the address gives otherwise, in its order; empty where linked data are all that there is
     * @return empty where it likes another one as well, and where the header is no list of media types or takes nothing
     *     that there is: whoever answers says what comes of that
     */
    public static Optional<LinkedForm> wanted(String accept, List<String> others) {
        List<MediaType> offered = Stream.concat(
                        others.stream().map(MediaType::parseMediaType),
                        Stream.of(values()).map(form -> form.type))
                .toList();
        try {
            return Accepted.best(accept, offered)
                    .flatMap(best -> Stream.of(values())
                            .filter(form -> form.type.equals(best))
                            .findFirst());
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    /** In UTF-8. */
    public byte[] bytes(Graph graph) {
        return text(graph).getBytes(StandardCharsets.UTF_8);
    }

    abstract String text(Graph graph);
}
