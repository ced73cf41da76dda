/** What search engines may look at. The program puts its own address in place of `{address}`. */
export function GET(): Response {
  const lines = [
    "User-agent: *",
    "Disallow: /api/",
    "Disallow: /twilio/",
    "Disallow: /partner/",
    "",
    "Sitemap: {address}/sitemap.xml",
  ];
  return new Response(`${lines.join("\n")}\n`);
}
