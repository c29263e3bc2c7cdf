package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.github.camelbitrix24.im.auth.TokenPair;
import io.github.camelbitrix24.im.auth.TokenStore;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The statements that docs/oauth.md gives for a store in a database keep the promises of a store. */
class OAuthPageTest {

    private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final JdbcDataSource database = new JdbcDataSource();
    private List<String> statements;
    private TokenStore store;

    @BeforeEach
    void create() throws Exception {
        String page = Files.readString(Path.of("docs/oauth.md"));
        statements = SQL.matcher(page).results().map((MatchResult found) -> found.group(1)).toList();
        assertEquals(3, statements.size());
        database.setURL("jdbc:h2:mem:tokens" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(statements.get(0));
        }
        store = new Row(database, statements.get(1), statements.get(2));
    }

    private static TokenPair pair(String name) {
        return new TokenPair("access-" + name, "refresh-" + name, "local.1", "https://acme.example", null, "0a1b2c3d");
    }

    @Test
    void theFirstPairIsInserted() throws Exception {
        assertNull(store.load());
        assertTrue(store.replace(null, pair("1")));
        assertEquals(pair("1"), store.load());
        assertFalse(store.replace(null, pair("2")));
        assertEquals(pair("1"), store.load());
    }

    @Test
    void theNextPairTakesThePlaceOfTheExpectedOneOnly() throws Exception {
        assertFalse(store.replace(pair("0"), pair("1")));
        assertNull(store.load());
        assertTrue(store.replace(null, pair("1")));
        assertFalse(store.replace(pair("0"), pair("2")));
        assertTrue(store.replace(pair("1"), pair("2")));
        assertEquals(pair("2"), store.load());
    }

    private record Row(DataSource database, String update, String insert) implements TokenStore {

        private static final String ID = "acme-7";

        @Override
        public TokenPair load() throws IOException {
            try (Connection connection = database.getConnection();
                 ResultSet row = connection.createStatement().executeQuery("SELECT * FROM bitrix24_tokens")) {
                return row.next()
                        ? new TokenPair(
                                row.getString("access_token"), row.getString("refresh_token"), row.getString("client_id"),
                                row.getString("portal"), row.getString("server"), row.getString("origin"))
                        : null;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }

        @Override
        public boolean replace(TokenPair expected, TokenPair next) throws IOException {
            try (Connection connection = database.getConnection();
                 PreparedStatement statement = connection.prepareStatement(expected == null ? insert : update)) {
                String[] values = {
                        next.accessToken(), next.refreshToken(), next.clientId(), next.portal(), next.server(), next.origin(),
                        ID, expected == null ? ID : expected.refreshToken() };
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                throw new IOException(e);
            }
        }
    }
}
