package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Whether what was sent as a bot's avatar is an image, and no larger than allowed. */
final class BotAvatar {

    private static final int LARGEST = 5000;

    private BotAvatar() {
    }

    /** @throws RestFailure if it is not */
    static void check(String base64) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(
                Base64.getMimeDecoder().decode(base64)))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw RestFailure.of("BOT_AVATAR_INCORRECT_TYPE");
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            boolean tooLarge = reader.getWidth(0) > LARGEST || reader.getHeight(0) > LARGEST;
            reader.dispose();
            if (tooLarge) {
                throw RestFailure.of("BOT_AVATAR_INCORRECT_SIZE");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw RestFailure.of("BOT_AVATAR_INCORRECT_TYPE");
        }
    }
}
