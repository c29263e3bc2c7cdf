package io.github.camelbitrix24.im.recording;

import java.util.regex.Pattern;

/**
 * What a chat belongs to, in the portal's form with pipes: {@code LEAD|0|DEAL|1204} stays but for the ids, which may be
 * numbers of telephones and are replaced by others. Of an open line's four parts the last is a user of the portal.
 */
record AnonymousBinding(AnonymousJson json) {

    private static final Pattern WORD = Pattern.compile("[YN]|0|NONE|LEAD|COMPANY|CONTACT|DEAL|");
    private static final Pattern USER = Pattern.compile("\\d{1,18}");
    private static final int PARTS_OF_LINE = 4;

    String of(String binding) {
        String[] parts = binding.split("\\|", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isUser = parts.length == PARTS_OF_LINE && i == PARTS_OF_LINE - 1 && USER.matcher(parts[i]).matches();
            parts[i] = isUser || WORD.matcher(parts[i]).matches() || json.isKept(parts[i])
                    ? parts[i] : json.like(parts[i]);
        }
        return String.join("|", parts);
    }
}
