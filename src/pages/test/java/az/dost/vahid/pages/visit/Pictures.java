package az.dost.vahid.pages.visit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Small pictures for the documents, in {@code target/pages/documents}. {@code src/docs/pages.md} tells how they come
 * there.
 */
final class Pictures {
    private static final Path FOLDER = Path.of("target/pages/documents");
    private static final int WIDTH = 760;

    static boolean has(String name) {
        return Files.exists(file(name));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    static void keep(String name, byte[] png) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(
                    smaller(ImageIO.read(new ByteArrayInputStream(png))),
                    "png",
                    file(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage smaller(BufferedImage whole) {
        int height = whole.getHeight() * WIDTH / whole.getWidth();
        BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(whole, 0, 0, WIDTH, height, null);
        pen.dispose();
        return small;
    }

    private Pictures() {}
}
