document.querySelector("[data-focus-first]")?.focus();var t=document.querySelectorAll('form[method="post"]');for(let e of t)e.addEventListener("submit",o=>{e.dataset.sent&&o.preventDefault(),e.dataset.sent="yes"});addEventListener("pageshow",()=>{for(let e of t)delete e.dataset.sent});
//# sourceMappingURL=site.js.map
