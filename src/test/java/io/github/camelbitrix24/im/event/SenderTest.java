package io.github.camelbitrix24.im.event;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class SenderTest {

    private static String sender(String type, String data) {
        return Pages.event(type, data.replace('\'', '"')).getSender();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'type':'user','bot':false,'extranet':false,'connector':false,'externalAuthId':'default' | staff",
            "'type':'user','externalAuthId':'socservices'       | staff", "'type':'employee' | staff", "'type':'USER' | staff",
            "'type':'extranet','extranet':true                  | extranet", "'type':'user','extranet':'Y'      | extranet",
            "'type':'collaber','extranet':false                 | extranet", "'type':'bot'                      | bot",
            "'type':'user','bot':true                           | bot", "'bot':'Y','connector':true        | bot",
            "'type':'user','externalAuthId':'bot'               | bot",
            "'type':'user','extranet':true,'connector':true     | guest", "'connector':'Y'                   | guest",
            "'type':'user','externalAuthId':'imconnector'       | guest", "'type':'guest','extranet':true    | guest",
            "'type':'user','externalAuthId':'im_guest'          | guest", "'type':'email'                    | guest",
            "'type':'user','externalAuthId':'replica'           | guest" })
    void whoWroteIsWhatThePortalSaysOfTheUser(String user, String sender) {
        String data = "{'message':{'authorId':12},'user':{'id':12," + user + "}}";

        assertEquals(sender, sender("ONIMV2MESSAGEADD", data));
        assertEquals(sender, sender("ONIMBOTV2MESSAGEUPDATE", data));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'message':{'authorId':0},'user':[]}", "{'message':{'author_id':'0'},'user':[]}",
            "{'message':{'authorId':0,'isSystem':true},'user':{'id':12,'type':'user'}}",
            "{'message':{'authorId':12,'isSystem':true},'user':{'id':12,'type':'user'}}",
            "{'message':{'authorId':12,'isSystem':'Y'},'user':{'id':12,'type':'user'}}", "{'message':{'id':5},'user':[]}" })
    void whatNobodyWroteIsThePortals(String data) {
        assertEquals("system", sender("ONIMV2MESSAGEADD", data));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ONIMV2MESSAGEDELETE  | {'messageId':5,'user':[]}                                                           | system",
            "ONIMV2MESSAGEDELETE  | {'messageId':5,'user':{'id':12,'type':'user'}}                                      | staff",
            "ONIMV2REACTIONCHANGE | {'message':{'authorId':0,'isSystem':true},'user':{'id':13,'type':'extranet'}}       | extranet",
            "ONIMV2JOINCHAT       | {'user':{'id':51,'bot':true}}                                                       | bot",
            "ONIMBOTV2COMMANDADD  | {'message':{'authorId':118},'chat':[],'user':{'id':12,'type':'user'}}               | staff",
            "NEW                  | {'user':{'id':0}}                                                                   | system",
            "NEW                  | {'user':{'id':5,'type':'user'}}                                                     | staff" })
    void otherwiseItIsWhoDidIt(String type, String data, String sender) {
        assertEquals(sender, sender(type, data));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{'message':{'authorId':12},'user':{'id':12}}", "{'message':{'authorId':12},'user':{'id':13,'type':'user'}}",
            "{'message':{'authorId':12},'user':[]}", "{'message':{'authorId':12},'user':{'type':'user'}}",
            "{'message':{'authorId':12},'user':{'id':12,'type':'robot'}}", "{'message':{'authorId':12},'user':false}",
            "{'message':[]}", "{}", "[]", "{'message':{'authorId':12},'user':{'id':12,'type':'user'},'user':{'id':12}}" })
    void nobodyIsStaffForWantOfInformation(String data) {
        assertNull(sender("ONIMV2MESSAGEADD", data));
    }
}
