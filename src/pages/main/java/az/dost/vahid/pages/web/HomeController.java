package az.dost.vahid.pages.web;

import az.dost.vahid.pages.login.KeptForm;
import az.dost.vahid.pages.login.Visitor;
import az.dost.vahid.pages.login.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where everybody begins and ends. */
@Controller
final class HomeController {
    private final Visitors visitors;
    private final Areas areas;
    private final KeptForm kept;

    HomeController(Visitors visitors, Areas areas, KeptForm kept) {
        this.kept = kept;
        this.visitors = visitors;
        this.areas = areas;
    }

    /** The door for whoever is not logged in; others are led to the first area that is for them. */
    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        if (Visitors.name().isEmpty()) {
            model.addAttribute("notice", "");
            return "door";
        }
        Visitor visitor = visitors.of(request);
        List<Area> his = areas.of(visitor);
        Frame.of(request).welcome(visitor, his, null);
        return his.isEmpty() ? "no-role" : "redirect:" + his.get(0).path();
    }

    @GetMapping("/login/failed")
    String failed(Model model) {
        return door(model, "failed");
    }

    @GetMapping("/login/over")
    String over(HttpServletRequest request, Model model) {
        return door(model, kept.isThere(request) ? "over-kept" : "over");
    }

    @GetMapping("/login/ended")
    String ended(Model model) {
        return door(model, "ended");
    }

    private static String door(Model model, String notice) {
        model.addAttribute("notice", notice);
        return "door";
    }

    /** Somebody says that he is still there; that the request came is all it takes. */
    @PostMapping("/login/stay")
    ResponseEntity<Void> stay() {
        return Visitors.name().isEmpty()
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
                : ResponseEntity.noContent().build();
    }
}
