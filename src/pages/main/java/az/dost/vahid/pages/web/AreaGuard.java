package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets nobody to an address whose area is not for one of his roles: he gets the answer for an address that is not
 * there. An address is judged by the pattern that leads to its page, however it was written.
 */
final class AreaGuard implements HandlerInterceptor {
    private final Areas areas;
    private final Visitors visitors;

    AreaGuard(Areas areas, Visitors visitors) {
        this.areas = areas;
        this.visitors = visitors;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (Areas.isPublic(address)) {
            return true;
        }
        Visitor visitor = visitors.of(request);
        Frame.of(request).welcome(visitor, areas.of(visitor), areas.at(address).orElse(null));
        if (areas.at(address).filter(area -> visitor.hasOneOf(area.roles())).isEmpty()) {
            throw new NotThere();
        }
        return true;
    }
}
