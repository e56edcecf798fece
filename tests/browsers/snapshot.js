// The tree under #reader, a line an element: its attributes in order, then its children, texts as they are split and
// elements by name. What stands in islands is the program's and is left out, and so are comments.
const lines = [];
const walk = (element, depth) => {
  const isIsland = element.id.endsWith("_island") || element.id === "program_root";
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort();
  const children = isIsland ? [] : [...element.childNodes].filter(node => node.nodeType !== Node.COMMENT_NODE);
  const content = children.map(node => node.nodeType === Node.TEXT_NODE ? JSON.stringify(node.data) : node.localName);
  lines.push(`${"  ".repeat(depth)}<${element.localName}${attributes.join("")}> ${content.join(" ")}`);
  children.filter(node => node.localName).forEach(child => walk(child, depth + 1));
};
walk(document.getElementById("reader"), 0);
return lines;
