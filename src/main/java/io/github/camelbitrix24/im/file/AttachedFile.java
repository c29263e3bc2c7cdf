package io.github.camelbitrix24.im.file;

import java.io.IOException;
import java.io.InputStream;

/** An attachment of a message, whose bytes may have to be fetched from afar. */
interface AttachedFile {

    /** What tells it from others. */
    Object identity();

    InputStream open() throws IOException;
}
