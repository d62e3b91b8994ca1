package az.dost.vahid.pages.visit;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Pictures for the documents, in {@code target/pages/documents}: small, of few colours. {@code cp target/pages/documents/*.png src/docs/pages/} brings
 * them there.
 */
final class Pictures {
    private static final Path FOLDER = Path.of("target/pages/documents");
    private static final int WIDTH = 760;
    private static final int COLOURS = 16;

    static boolean has(String name) {
        return Files.exists(file(name));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".png");
    }

    static void keep(String name, byte[] png) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(fewColours(smaller(ImageIO.read(new ByteArrayInputStream(png)))), "png", file(name).toFile());
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

    /** The colours that most of it has; each other pixel gets the nearest of them. */
    private static BufferedImage fewColours(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int pixel : pixels) {
            counts.merge(pixel & 0xf0f0f0, 1, Integer::sum);
        }
        List<Integer> most = counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())).limit(COLOURS - 1L)
                .map(Map.Entry::getKey).toList();
        byte[][] parts = new byte[3][COLOURS];
        for (int i = 0; i < most.size(); i++) {
            for (int part = 0; part < 3; part++) {
                // The middle of its sixteen shades, and white as white.
                int shade = most.get(i) >> 16 - 8 * part & 0xff;
                parts[part][i] = (byte) (shade == 0xf0 ? 0xff : shade + 4);
            }
        }
        IndexColorModel colours = new IndexColorModel(4, COLOURS, parts[0], parts[1], parts[2]);
        BufferedImage few = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY, colours);
        Graphics2D pen = few.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return few;
    }

    private Pictures() { }
}
