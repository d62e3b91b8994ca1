package az.dost.vahid.pages.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How pages look, shown with the very classes that they are made of, so that the next page looks like the others. */
@Controller
final class DesignController {
    static final String PATH = ContractsController.PATH + "/design";

    @GetMapping(PATH)
    String design() {
        return "portal/design";
    }
}
