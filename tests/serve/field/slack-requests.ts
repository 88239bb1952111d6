// Bodies of slash commands as Slack sends them, byte by byte, with the names and ids of nobody.

/** The worked example of docs.slack.dev/authentication/verifying-requests-from-slack. */
export const documented = {
  secret: '8f742231b10e8888abcd99yyyzzz85a5',
  timestamp: '1531420618',
  body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
  signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
};

const before =
  'token=0000fictif0000&team_id=T00000001&team_domain=mirandelle&channel_id=C00000002&channel_name=service-client&user_id=U00000003&user_name=t.lam&command=%2Fkb&text=';
const after =
  '&api_app_id=A00000004&is_enterprise_install=false&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT00000001%2F0000000000005%2Ffictif&trigger_id=0000000000006.0000000000007.fictif';

/** `/kb` followed by `text`, which is encoded as Slack does: spaces as `+`, letters beyond ASCII as UTF-8. */
export const slackBodies = {
  late: `${before}remboursement+retard${after}`,
  accents: `${before}d%C3%A9lai+de+livraison+%3F${after}`,
  nothing: `${before}xyzzyqqq+wwwzzz${after}`,
  hostile: `${before}%3C%21channel%3E+%3Chttps%3A%2F%2Fautre.example%7Cici%3E+%26${after}`,
  empty: `${before}++${after}`,
  certificate: 'ssl_check=1&token=0000fictif0000',
};
