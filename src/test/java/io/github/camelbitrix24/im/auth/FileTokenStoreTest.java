package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileTokenStoreTest {

    @TempDir
    Path directory;

    private static TokenPair pair(String name) {
        return new TokenPair("access-" + name, "refresh-" + name, "local.1", "https://acme.example", null, "0a1b2c3d");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void whatIsStoredIsLoaded() throws Exception {
        Path file = directory.resolve("a/b/tokens.json");
        TokenStore store = new FileTokenStore(file);
        assertNull(store.load());
        assertTrue(store.replace(null, pair("1")));
        assertEquals(pair("1"), new FileTokenStore(file.toString()).load());
        assertEquals("rw-------", mode(file));
        assertEquals("rwx------", mode(file.getParent()));
    }

    @Test
    void onlyTheExpectedPairIsReplacedAndItIsKept() throws Exception {
        Path file = directory.resolve("tokens.json");
        TokenStore store = new FileTokenStore(file);
        store.replace(null, pair("1"));
        assertFalse(store.replace(null, pair("2")));
        assertFalse(store.replace(pair("0"), pair("2")));
        assertTrue(store.replace(pair("1"), pair("2")));
        assertEquals(pair("2"), store.load());
        assertEquals(pair("1"), new FileTokenStore(directory.resolve("tokens.json.previous")).load());
    }

    @Test
    void aFileThatOthersCouldReadIsReplacedByOneThatTheyCannot() throws Exception {
        Path file = Files.createFile(directory.resolve("tokens.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        TokenStore store = new FileTokenStore(file);
        assertNull(store.load());
        assertTrue(store.replace(null, pair("1")));
        assertEquals("rw-------", mode(file));
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path target = Files.createFile(directory.resolve("target.json"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), target);
        assertTrue(new FileTokenStore(link).replace(null, pair("1")));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(pair("1"), new FileTokenStore(target).load());
    }

    @Test
    void anAnswerOfTheServerCanBeSavedAsItIs() throws Exception {
        Path file = directory.resolve("tokens.json");
        Files.writeString(file, """
                {"access_token": "a", "refresh_token": "r", "expires_in": 3600, "domain": "oauth.bitrix.info",
                 "client_endpoint": "https://acme.example/rest/", "server_endpoint": "https://oauth.bitrix.info/rest/"}""");
        assertEquals(new TokenPair("a", "r", null, "https://acme.example", "https://oauth.bitrix.info/rest/", null),
                new FileTokenStore(file).load());
    }

    @Test
    void whatCannotBeReadIsNotShown() throws Exception {
        Path file = directory.resolve("tokens.json");
        for (String content : List.of("{\"access_token\": c4nary", "{\"access_token\":\"c4nary\"}", "c4nary")) {
            Files.writeString(file, content);
            assertFalse(assertThrows(IOException.class, () -> new FileTokenStore(file).load()).toString().contains("c4nary"));
        }
    }

    @Test
    void aThreadThatIsBeingStoppedStillStores() throws Exception {
        TokenStore store = new FileTokenStore(directory.resolve("tokens.json"));
        Thread.currentThread().interrupt();
        assertTrue(store.replace(null, pair("1")));
        assertTrue(Thread.interrupted());
        assertEquals(pair("1"), store.load());
    }

    @Test
    void ofManyWhoReplaceAtOnceOneWins() throws Exception {
        Path file = directory.resolve("tokens.json");
        new FileTokenStore(file).replace(null, pair("first"));
        List<CompletableFuture<Boolean>> all = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                return new FileTokenStore(file).replace(pair("first"), pair("of " + i));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        })).toList();
        assertEquals(1, all.stream().filter(CompletableFuture::join).count());
        try (var files = Files.list(directory)) {
            assertEquals(List.of("tokens.json", "tokens.json.lock", "tokens.json.previous"),
                    files.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }
}
