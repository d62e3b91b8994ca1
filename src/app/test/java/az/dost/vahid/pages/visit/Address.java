package az.dost.vahid.pages.visit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * An address that running pages have, as they say themselves.
 *
 * @param page whether a person sees a page there, and no file or part of one
 */
public record Address(String method, PathPattern pattern, boolean page) {
    private static final String SOME_ID = "01a21d9e-f56d-7afe-8c9a-88fd6dac9199";

    public static List<Address> all(RunningPages pages) {
        return pages.bean(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Address::toString))
                .toList();
    }

    private static Stream<Address> of(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        Collection<RequestMethod> told = methods.isEmpty() ? List.of(RequestMethod.GET) : methods;
        boolean page = handler.getReturnType().getParameterType() == String.class;
        return info.getPathPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> told.stream().map(method -> new Address(method.name(), pattern, page)));
    }

    /** Which of them leads to a path. */
    public static Optional<Address> of(List<Address> all, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return all.stream()
                .filter(address -> address.method.equals("GET") && address.pattern.matches(parsed))
                .min(Comparator.comparing(Address::pattern));
    }

    public boolean hasVariables() {
        return pattern.getPatternString().contains("{");
    }

    /** With an id that nobody gave for each variable. */
    public String path() {
        return pattern.getPatternString().replaceAll("\\{[^}]*}", SOME_ID);
    }

    /** For names of files. */
    public String name() {
        String name = pattern.getPatternString()
                .replaceFirst("^/", "")
                .replaceAll("\\{[^}]*}", "one")
                .replaceAll("[^A-Za-z0-9]+", "-");
        return name.isEmpty() ? "home" : name;
    }

    @Override
    public String toString() {
        return method + " " + pattern.getPatternString();
    }
}
